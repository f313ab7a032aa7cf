// libqpdf's headers, all that this room needs of them, and without its JSON.
//
// JSON.hh holds a std::vector of a class that is still being defined. GCC takes it; clang, which the fuzzers are built
// with, looks into the vector's constexpr destructor at once and does not. The headers only name JSON, we do not use
// it: its guard is set, and a declaration is enough.
#pragma once
#define JSON_HH
class JSON;

#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
