/** The project file: which histories are wanted, and all that is wrong with what was written. */
package dev.vidiexport.app.project;
