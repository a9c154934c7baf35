using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Keukentafel.Web.Access;

/// <summary>A form that may come without proof: leaving must never fail, and nobody gains by making somebody leave.</summary>
public sealed class NeedsNoProof;

/// <summary>
/// Reads every form before its page does, checks that it is ours, and keeps the words when it comes too late: then they become a draft of
/// the person whose session it was, never of whoever signs in next.
/// </summary>
public sealed class Forms(RequestDelegate next)
{
    /// <summary>The most bytes a form may have.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Handles one request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="antiforgery">Checks the proof.</param>
    /// <param name="sessions">The sessions.</param>
    /// <param name="drafts">The drafts.</param>
    /// <param name="cookies">How the cookie is made.</param>
    public async Task InvokeAsync(
        HttpContext http, IAntiforgery antiforgery, Sessions sessions, Drafts drafts, IOptionsMonitor<CookieAuthenticationOptions> cookies)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.GetEndpoint() is null)
        {
            await next(http);
            return;
        }

        if (http.Request.HasFormContentType)
        {
            try
            {
                await TypedRequests.ReadAsync(http);
            }
            catch (Exception unreadable) when (unreadable is NotSupportedException or ArgumentException)
            {
                // Written in letters that nobody uses any more (utf-7), or that do not exist.
                await Pages.ErrorAsync(http, StatusCodes.Status415UnsupportedMediaType);
                return;
            }
            catch (IOException cut) when (cut is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
            {
                // It stops halfway.
                await Pages.ErrorAsync(http, StatusCodes.Status400BadRequest);
                return;
            }
        }
        else if (http.Request.ContentLength is > 0)
        {
            await Pages.ErrorAsync(http, StatusCodes.Status415UnsupportedMediaType);
            return;
        }

        if (!(http.User.Identity?.IsAuthenticated ?? false)
            && http.GetEndpoint()!.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is null)
        {
            await KeepLateAsync(http, sessions, drafts, cookies.Get(CookieAuthenticationDefaults.AuthenticationScheme));
            return;
        }

        if (http.GetEndpoint()!.Metadata.GetMetadata<NeedsNoProof>() is null)
        {
            try
            {
                await antiforgery.ValidateRequestAsync(http);
            }
            catch (AntiforgeryValidationException)
            {
                // Signed in as somebody else meanwhile, or out in another window: the words stay visible, to be pressed again.
                await Pages.NotOursAsync(http);
                return;
            }
        }

        await next(http);
    }

    private static async Task KeepLateAsync(HttpContext http, Sessions sessions, Drafts drafts, CookieAuthenticationOptions cookie)
    {
        var typed = http.Typed();
        var page = DraftPages.PageOf(http.Request, typed);
        var kept = false;
        if (!typed.IsEmpty && page is not null && KeyOf(http, cookie) is { } key
            && await sessions.OwnerOfAsync(key, http.RequestAborted) is { } owner)
        {
            var id = typed.Id(Typed.DraftField) is { } known ? new DraftId(known) : DraftId.New();
            await drafts.KeepAsync(owner, id, DraftPages.CircleOf(page), page, DraftPages.FieldsOf(typed));
            kept = true;
        }

        Saying.Say(http, kept ? "access.late-kept" : "access.late");
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = http.Request.PathBase + "/sign-in";
    }

    private static string? KeyOf(HttpContext http, CookieAuthenticationOptions cookie)
    {
        var value = cookie.CookieManager.GetRequestCookie(http, cookie.Cookie.Name!);
        var ticket = value is null ? null : cookie.TicketDataFormat.Unprotect(value);
        return ticket?.Principal.FindFirst("Microsoft.AspNetCore.Authentication.Cookies-SessionId")?.Value;
    }
}
