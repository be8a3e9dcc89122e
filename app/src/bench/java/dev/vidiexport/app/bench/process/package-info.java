/** Programs, run and measured. */
package dev.vidiexport.app.bench.process;
