/** The service that sends them. */
package dev.vidiexport.app.bench.serve;
