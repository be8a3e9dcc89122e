package dev.vidiexport.app;

import dev.vidiexport.domain.architecture.ChanceContract;

class AppChanceTest extends ChanceContract {}
