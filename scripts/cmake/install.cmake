# A relocatable tree: bin/readout finds ../share/readout beside itself, wherever the tree is moved to.
include(GNUInstallDirs)
install(TARGETS readout RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS readout_archive_program RUNTIME DESTINATION libexec/readout)
install(DIRECTORY templates fonts DESTINATION share/readout PATTERN ".*" EXCLUDE)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION share/doc/readout)
# The typefaces and hyphenation patterns are installed with what their packages say of their licences.
foreach(package fonts-linuxlibertine fonts-hosny-amiri fonts-dejavu-core
                hyphen-en-gb hyphen-en-us hyphen-fr hyphen-de hyphen-es hyphen-it)
  install(FILES /usr/share/doc/${package}/copyright DESTINATION share/doc/readout/licences RENAME ${package} OPTIONAL)
endforeach()
