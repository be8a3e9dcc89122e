/**
 * The packaged program on a machine that fails it: killed, told to end, and refused by the disk.
 */
package dev.vidiexport.app.deaths;
