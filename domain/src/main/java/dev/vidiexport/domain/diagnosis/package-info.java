/**
 * What is looked at before anything is asked for: which checks there are, what follows from what
 * was found, and what weighs most.
 */
package dev.vidiexport.domain.diagnosis;
