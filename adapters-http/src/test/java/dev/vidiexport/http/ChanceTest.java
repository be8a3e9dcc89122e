package dev.vidiexport.http;

import dev.vidiexport.domain.architecture.ChanceContract;

class ChanceTest extends ChanceContract {}
