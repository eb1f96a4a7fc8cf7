package org.stepbridge.web;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Nothing here is validated by annotations; without this a validator that is never asked would be made at every start. */
@Component
class NoValidator implements WebMvcConfigurer, Validator {
    @Override
    public Validator getValidator() {
        return this;
    }

    @Override
    public boolean supports(Class<?> type) {
        return true;
    }

    @Override
    public void validate(Object target, Errors errors) {}
}
