# A relocatable tree: bin/readout finds ../share/readout beside itself.
include(GNUInstallDirs)
install(TARGETS readout RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY templates fonts DESTINATION share/readout)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION share/doc/readout)
