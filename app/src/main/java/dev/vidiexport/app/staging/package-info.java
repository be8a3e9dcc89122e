/** Stages what a sink writes, and publishes it when the export ended well. */
package dev.vidiexport.app.staging;
