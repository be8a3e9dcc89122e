/** The command {@code report}: a page about an audience, of a history or of files. */
package dev.vidiexport.app.report;
