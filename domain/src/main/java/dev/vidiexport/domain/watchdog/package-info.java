/** Calls to code of others that may hang, and how to wait for them. */
package dev.vidiexport.domain.watchdog;
