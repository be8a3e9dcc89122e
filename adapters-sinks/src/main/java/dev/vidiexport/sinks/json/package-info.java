/** JSON: one array of objects, or an object a line. */
package dev.vidiexport.sinks.json;
