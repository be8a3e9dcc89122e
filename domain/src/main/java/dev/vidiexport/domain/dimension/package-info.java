/**
 * What locations, sites, networks and tags are and were called, as tables for those who join them
 * to rows by themselves.
 */
package dev.vidiexport.domain.dimension;
