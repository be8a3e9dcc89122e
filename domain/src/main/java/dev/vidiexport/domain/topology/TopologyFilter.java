package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the objects that a text occurs in: in their id or label, or in the label of their site,
 * network or tags; the id of a site or network without a label stands in for it. Ignores case and
 * the way in which accents are encoded. Immutable.
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

  /** By way of upper case, because letters such as ß become two letters in it. */
  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
