package org.stepbridge.architecture.planted.model;

import org.springframework.util.StringUtils;

class UsesFramework {
    boolean blank = StringUtils.hasText("");
}
