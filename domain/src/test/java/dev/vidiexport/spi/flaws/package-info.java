/** Guards the kit of sinks: sinks that are right, and sinks that are wrong in one way each. */
package dev.vidiexport.spi.flaws;
