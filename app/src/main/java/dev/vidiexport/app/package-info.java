/** The command line of vidiexport. */
package dev.vidiexport.app;
