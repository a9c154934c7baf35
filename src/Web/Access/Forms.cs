using Keukentafel.Data.People;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Children;
using Keukentafel.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Keukentafel.Web.Access;

/// <summary>A form that may come without proof: leaving must never fail. What a page elsewhere presses for somebody ends nothing (<see cref="Forms.IsFromElsewhere"/>).</summary>
public sealed class NeedsNoProof;

/// <summary>A form whose words are kept nowhere, also not when it comes too late.</summary>
public sealed class KeptNowhere;

/// <summary>An address that the screen on the table reaches.</summary>
public sealed class OnTheTable;

/// <summary>An address that a child reaches whose drawer is shut.</summary>
public sealed class OutsideTheDrawer;

/// <summary>
/// Reads every form before its page does, checks that it is ours, and keeps the words when it comes too late: then they become a draft of
/// the person whose session it was, never of whoever signs in next.
/// </summary>
public sealed class Forms(RequestDelegate next)
{
    /// <summary>The most bytes a form may have.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>This browser can no longer prove that a form is ours: who goes back and sends an old one again gets nothing that was typed in it (D24).</summary>
    /// <param name="http">The request.</param>
    public static void ForgetProof(HttpContext http)
    {
        var cookie = http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie;
        http.Response.Cookies.Delete(cookie.Name!, cookie.Build(http));
    }

    /// <summary>Whether a browser says that a page from elsewhere sent this. Browsers that say nothing are believed.</summary>
    /// <param name="request">What came in.</param>
    public static bool IsFromElsewhere(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "" => Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var from) && from.Authority != request.Host.Value,
        "same-origin" or "none" => false,
        _ => true,
    };

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

        if (http.User.ShutAt() is not null && http.GetEndpoint()!.Metadata.GetMetadata<OutsideTheDrawer>() is null
            && http.GetEndpoint()!.Metadata.GetMetadata<KeptNowhere>() is null && http.Typed() is { IsEmpty: false } typed
            && DraftPages.PageOf(http.Request, typed) is { } page)
        {
            // Her drawer went shut in another window: what she made here lies in it.
            var id = typed.Id(Typed.DraftField) is { } known ? new DraftId(known) : DraftId.New();
            await drafts.KeepAsync(http.Caller().Person, id, DraftPages.CircleOf(page), page, DraftPages.FieldsOf(typed), typing: DraftPages.IsKeeping(http.Request));
            await Sounds.TakeAsync(http, http.Caller().Person, drafts);
        }

        await next(http);
    }

    private static async Task KeepLateAsync(HttpContext http, Sessions sessions, Drafts drafts, CookieAuthenticationOptions cookie)
    {
        var typed = http.Typed();
        var page = DraftPages.PageOf(http.Request, typed);
        var kept = false;
        if (!typed.IsEmpty && page is not null && http.GetEndpoint()!.Metadata.GetMetadata<KeptNowhere>() is null && KeyOf(http, cookie) is { } key
            && await sessions.OwnerOfAsync(key, http.RequestAborted) is { } owner)
        {
            if (http.Spent() is { } spent && await drafts.WasDoneAsync(owner, spent))
            {
                // It came a second time; there is nothing to keep.
                await GoToSignInAsync(http, "shell.done-before");
                return;
            }

            var id = typed.Id(Typed.DraftField) is { } known ? new DraftId(known) : DraftId.New();
            var fields = DraftPages.FieldsOf(typed);
            fields[DraftPages.LateField] = ["yes"];
            http.Put(Typed.DraftField, id.Value.ToString());
            await Sounds.TakeAsync(http, owner, drafts);
            if (http.Typed()[Sounds.PrintField] is { } print)
            {
                fields[Sounds.PrintField] = [print];
            }

            await drafts.KeepAsync(owner, id, DraftPages.CircleOf(page), page, fields, typing: DraftPages.IsKeeping(http.Request));
            kept = true;
        }

        if (!kept && typed.Id(Typed.DraftField) is not null && http.GetEndpoint()!.Metadata.GetMetadata<KeptNowhere>() is null)
        {
            // Signed out in another window, say: nobody knows any more whose words these are, but they are not lost.
            await Pages.SignedOutAsync(http);
            return;
        }

        await GoToSignInAsync(http, kept ? "access.late-kept" : "access.late");
    }

    private static Task GoToSignInAsync(HttpContext http, string key)
    {
        Saying.Say(http, key);
        return Pages.Done("/sign-in").ExecuteAsync(http);
    }

    /// <summary>The key of the session of which this browser still holds the cookie, whether that session goes on or not; null for none.</summary>
    internal static string? KeyOf(HttpContext http, CookieAuthenticationOptions cookie)
    {
        var value = cookie.CookieManager.GetRequestCookie(http, cookie.Cookie.Name!);
        var ticket = value is null ? null : cookie.TicketDataFormat.Unprotect(value);
        return ticket?.Principal.FindFirst("Microsoft.AspNetCore.Authentication.Cookies-SessionId")?.Value;
    }
}
