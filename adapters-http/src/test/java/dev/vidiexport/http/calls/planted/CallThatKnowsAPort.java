package dev.vidiexport.http.calls.planted;

import dev.vidiexport.http.BaseUrl;

/** A call that knows where it goes, so that the rule against it can be seen to work. */
public record CallThatKnowsAPort(BaseUrl baseUrl) {}
