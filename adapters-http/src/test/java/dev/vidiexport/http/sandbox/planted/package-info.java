/** Breaches of the sandbox's rules. */
package dev.vidiexport.http.sandbox.planted;
