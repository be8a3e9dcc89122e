/** The project that a sink of somebody else begins with. */
package dev.vidiexport.app.skeleton;
