/** What users install, looked at with other programs, and run. */
package dev.vidiexport.packages;
