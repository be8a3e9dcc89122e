/**
 * Runs the shipped program against a VidiCenter, a network, a clock and a disk that are simulated,
 * as one seed says. Nothing of it waits.
 */
package dev.vidiexport.app.simulation;
