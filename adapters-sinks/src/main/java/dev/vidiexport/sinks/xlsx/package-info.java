/** Excel workbooks: typed cells on as many sheets as the rows need, and one that tells of them. */
package dev.vidiexport.sinks.xlsx;
