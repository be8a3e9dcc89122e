/** An audience report as a page of its own, which needs nothing from anywhere. */
package dev.vidiexport.sinks.html;
