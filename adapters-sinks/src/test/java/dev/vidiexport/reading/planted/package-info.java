/** Breaches of the rules of readers, planted to prove that the rules can fail. */
package dev.vidiexport.reading.planted;
