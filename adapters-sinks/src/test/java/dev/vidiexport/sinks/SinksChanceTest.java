package dev.vidiexport.sinks;

import dev.vidiexport.domain.architecture.ChanceContract;

class SinksChanceTest extends ChanceContract {}
