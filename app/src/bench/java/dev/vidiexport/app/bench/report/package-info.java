/** What was found, in words and numbers. */
package dev.vidiexport.app.bench.report;
