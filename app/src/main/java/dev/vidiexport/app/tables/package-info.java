/** Histories in tables of a database: the domain's ports on top of the sinks' slice tables. */
package dev.vidiexport.app.tables;
