package dev.vidiexport.domain.topology;

/** One of the lists in which VidiCenter says what there is. */
public enum TopologyList {
  NETWORKS,
  SITES,
  LOCATIONS,
  LOCATION_TAGS,
  SITE_TAGS
}
