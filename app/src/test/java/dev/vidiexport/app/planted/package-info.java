/** Classes that break the rules of the module, to show that the rules see them. */
package dev.vidiexport.app.planted;
