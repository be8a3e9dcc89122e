package dev.vidiexport.http;

import dev.vidiexport.domain.architecture.ChanceContract;

class HttpChanceTest extends ChanceContract {}
