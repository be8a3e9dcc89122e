/**
 * What VidiCenter sends, as its JSON names it. Nothing outside this module may know these types.
 */
package dev.vidiexport.http.wire;
