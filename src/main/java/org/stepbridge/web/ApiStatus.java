package org.stepbridge.web;

import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;

/** What an exception is to a program. */
final class ApiStatus {
    private ApiStatus() {}

    static HttpStatus of(Exception exception) {
        if (exception instanceof ApiProblem problem) {
            return problem.status();
        }
        if (exception instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        }
        if (isAway(exception)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (exception instanceof AuthenticationException) {
            return HttpStatus.UNAUTHORIZED;
        }
        if (exception instanceof AccessDeniedException) {
            return HttpStatus.FORBIDDEN;
        }
        return exception instanceof HttpMessageNotReadableException
                        || exception instanceof TypeMismatchException
                        || exception instanceof RequestRejectedException
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    /** What we need is not there just now, also where it was needed to know who asks. */
    private static boolean isAway(Throwable exception) {
        return exception instanceof AuthenticationServiceException
                || exception instanceof TransientDataAccessException
                || exception instanceof RecoverableDataAccessException
                || exception instanceof NonTransientDataAccessResourceException
                || exception instanceof CannotCreateTransactionException;
    }

    static String words(HttpStatus status, Exception exception) {
        return switch (status) {
            case BAD_REQUEST ->
                exception instanceof RequestRejectedException
                        ? "Stepbridge does not answer a request of this shape or under this host name."
                        : exception instanceof HttpMessageNotReadableException
                                ? "The body is not a JSON object with the fields that /v3/api-docs names."
                                : "A parameter is missing or cannot be read.";
            case UNAUTHORIZED -> "Send name and password with HTTP Basic, or a bearer token where one is taken.";
            case FORBIDDEN ->
                exception instanceof CsrfException
                        ? "The API takes nothing that another site's page sends through a browser."
                        : "This login may not do that.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address is not for this method; the Allow header names those it is for.";
            case NOT_ACCEPTABLE -> "The answer is application/json; accept that.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send application/json.";
            case SERVICE_UNAVAILABLE ->
                "Stepbridge cannot reach what it needs just now. Send the same again in a while.";
            default ->
                status.is4xxClientError()
                        ? "The request cannot be answered as it is."
                        : "Something went wrong here; the log of the program says what. The same may be sent again.";
        };
    }
}
