/** Holds the table of faults in this module's README to the tests that there are. */
package dev.vidiexport.app.faults;
