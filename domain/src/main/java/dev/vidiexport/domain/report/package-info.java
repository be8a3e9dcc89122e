/**
 * What a report says of an audience: every figure, reckoned, without a page in it. A value that is
 * empty was not measured, or cannot be reckoned; it is never zero for that.
 */
package dev.vidiexport.domain.report;
