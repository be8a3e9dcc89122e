package dev.vidiexport.app.packaged;

import dev.vidiexport.domain.property.PropertyContract;

/** The random cases of tests of the packaged program fail and are run again as all others. */
class PropertyIT extends PropertyContract {}
