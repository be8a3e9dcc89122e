/** The programs of this benchmark's own that are measured beside the others. */
package dev.vidiexport.app.bench.child;
