package dev.vidiexport.http.sandbox.planted;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.http.wire.WhoamiDto;

/**
 * A sandbox that takes its keys from the client, so that the rule against it can be seen to work.
 */
final class ServedByTheClientsWords {
  private ServedByTheClientsWords() {}

  static WhoamiDto wire() {
    return new WhoamiDto(null);
  }

  static DataCatalogue catalogue() {
    return DataCatalogue.documented();
  }
}
