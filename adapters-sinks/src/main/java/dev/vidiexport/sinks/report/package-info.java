/** The tables of an audience report, which its page and its workbook show alike. */
package dev.vidiexport.sinks.report;
