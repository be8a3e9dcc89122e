/**
 * Adds up what rows say of an audience, and reckons a report of it. Rows come in any order and are
 * not kept; sums are exact, so that the order makes no difference.
 */
package dev.vidiexport.domain.audience;
