/** The benchmark: which programs run, how often, and what their times should come to. */
package dev.vidiexport.app.bench;
