/** The kit that every sink passes: extend {@link dev.vidiexport.spi.SinkContract}. */
package dev.vidiexport.spi;
