/**
 * What is added to the rows of an export so that people can read them: names for ids, words for
 * codes, seconds for tenths, days and weeks, and UTC. What VidiCenter sent stays as it is.
 */
package dev.vidiexport.domain.enrichment;
