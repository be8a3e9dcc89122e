/** Breaches of the module's rules, planted to prove that the rules can fail. */
package dev.vidiexport.sinks.planted;
