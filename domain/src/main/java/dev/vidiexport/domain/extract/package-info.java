/** The use case that takes rows out of a history. */
package dev.vidiexport.domain.extract;
