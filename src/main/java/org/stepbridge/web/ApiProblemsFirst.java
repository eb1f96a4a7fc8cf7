package org.stepbridge.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets {@link ApiProblems} speak before anything that would make a page of an error. */
@Component
class ApiProblemsFirst implements WebMvcConfigurer {
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(0, new ApiProblems());
    }
}
