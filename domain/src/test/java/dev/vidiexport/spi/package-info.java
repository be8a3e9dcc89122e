/** The kit that every sink passes. */
package dev.vidiexport.spi;
