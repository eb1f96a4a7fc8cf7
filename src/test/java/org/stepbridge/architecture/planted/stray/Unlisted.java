package org.stepbridge.architecture.planted.stray;

class Unlisted {}
