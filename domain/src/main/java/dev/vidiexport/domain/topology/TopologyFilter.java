package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what a text is in: the id or the label of an object, or the label of its site, network or
 * tags; a site or network without a label has its id for one. Takes no notice of case, nor of the
 * way in which an accent is encoded. Immutable.
 */
public final class TopologyFilter {
  private final String folded;
  private final TopologyNames topologyNames;

  public TopologyFilter(String text, TopologyNames topologyNames) {
    this.folded = fold(requireNonNull(text, "text must not be null"));
    this.topologyNames = requireNonNull(topologyNames, "topologyNames must not be null");
  }

  /** The part of a topology that the text is in. */
  public Topology of(Topology topology) {
    return new Topology(
        kept(topology.networks(), network -> false),
        kept(
            topology.sites(),
            site -> isIn(topologyNames.networkOf(site)) || isInAny(topologyNames.tagsOf(site))),
        kept(
            topology.locations(),
            location ->
                isIn(topologyNames.siteOf(location))
                    || isIn(topologyNames.networkOf(location))
                    || isInAny(topologyNames.tagsOf(location))),
        kept(topology.locationTags(), tag -> isIn(topologyNames.networkOf(tag))),
        kept(topology.siteTags(), tag -> isIn(topologyNames.networkOf(tag))));
  }

  private <T extends TopologyObject> List<T> kept(List<T> objects, Predicate<T> isAffiliated) {
    return objects.stream()
        .filter(
            object ->
                isIn(Optional.of(object.id().digits()))
                    || isIn(object.label())
                    || isAffiliated.test(object))
        .toList();
  }

  private boolean isInAny(List<String> texts) {
    return texts.stream().anyMatch(text -> fold(text).contains(folded));
  }

  private boolean isIn(Optional<String> text) {
    return isInAny(text.stream().toList());
  }

  /** By way of upper case, because letters such as ß have more than one in it. */
  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
