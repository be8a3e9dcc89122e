/** What the readers of all formats share. */
package dev.vidiexport.reading.rows;
