using Keukentafel.Data.Circles;
using Keukentafel.Data.People;
using Keukentafel.Data.Trail;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;
using Microsoft.AspNetCore.Authorization;

namespace Keukentafel.Web.Shell;

/// <summary>What every page does alike: going on after something was done, and plain words when it was not.</summary>
public static partial class Pages
{
    /// <summary>What an error page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Sentence">What is the matter and what one can do.</param>
    /// <param name="Words">What was typed, so that nothing is lost.</param>
    public sealed record ErrorScreen(Frame Frame, string Sentence, IReadOnlyList<string> Words);

    /// <summary>Goes on to another page of ours after a form (303).</summary>
    /// <param name="address">The address, from the root.</param>
    public static IResult Done(string address) => new SeeOther(address);

    /// <summary>A page of ours, or of a slice, with another status than 200.</summary>
    /// <param name="page">The page.</param>
    /// <param name="status">The status.</param>
    public static IResult With(IResult page, int status) => new Status(Whole.Of(page), status);

    /// <summary>The status for a broken rule: 409 when somebody else was first, else 422.</summary>
    /// <param name="rule">The rule.</param>
    public static int StatusOf(Rule rule) => rule == CommonRules.NotChangedMeanwhile || rule == CommonRules.StillOnTheTable || rule == CommonRules.OnlyOnce
            || rule == Domain.Endings.EndingRules.AskedOnce || rule == Domain.Decisions.DecisionRules.OtherStep || rule == Domain.Talks.TalkRules.SomebodyCame
            || rule == Domain.Wordings.WordingRules.OtherProposal || rule == Domain.Wordings.WordingRules.StillOpen
        ? StatusCodes.Status409Conflict
        : rule == Access.ChangePassword.NotTooOften || rule == Access.KeyRules.NotTooOften || rule == Access.SignInNames.Slowly
        ? StatusCodes.Status429TooManyRequests
        : StatusCodes.Status422UnprocessableEntity;

    /// <summary>The sentence for a broken rule.</summary>
    /// <param name="rule">The rule.</param>
    public static string Sentence(Rule rule) => Text.All(Text.IsEnglish).GetValueOrDefault("rules." + rule.Name) ?? Text.T("rules.other");

    /// <summary>
    /// Does something; when a rule says no, the page on which it was asked comes back with a sentence beside what was typed.
    /// </summary>
    /// <param name="work">What to do; gives the address to go on to.</param>
    /// <param name="ask">The page on which it was asked, with the broken rule.</param>
    public static async Task<IResult> TryAsync(Func<Task<string>> work, Func<Rule, Task<IResult>> ask)
    {
        try
        {
            return Done(await work());
        }
        catch (RuleBrokenException broken)
        {
            return With(await ask(broken.Rule), StatusOf(broken.Rule));
        }
    }

    /// <summary>Who asks only for the head of an answer is led to the same page as who asks for all of it; the server sends no body then.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">What comes after, which looks for the page.</param>
    public static Task HeadAsGetAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Items[typeof(Pages)] = http.Request.Method;
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    /// <summary>
    /// The page has been found: it is told again that only the head was asked for. A page that is somebody's own has no head alone: the trail
    /// would say that words were read which nobody was sent (R6).
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="next">What comes after.</param>
    public static Task HeadAgainAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Items.Remove(typeof(Pages), out var head))
        {
            http.Request.Method = (string)head!;
            if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        }

        return next(http);
    }

    /// <summary>The page to which a form belongs: the thing, the table, or all one's tables.</summary>
    /// <param name="path">The address of the form.</param>
    public static string Above(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["tables", var first, .. var rest] && Guid.TryParse(first, out var table)
            ? rest is ["along", ..] ? $"/tables/{table}/along" : rest is ["things", var second, ..] && Guid.TryParse(second, out var thing) ? $"/tables/{table}/things/{thing}" : $"/tables/{table}"
            : "/tables";
    }

    /// <summary>Shows the page for an error.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The status.</param>
    public static Task ErrorAsync(HttpContext http, int status)
    {
        var key = status switch
        {
            StatusCodes.Status404NotFound => "not-found",
            StatusCodes.Status405MethodNotAllowed => "not-so",
            StatusCodes.Status413PayloadTooLarge => "too-large",
            StatusCodes.Status415UnsupportedMediaType => "not-so",
            StatusCodes.Status429TooManyRequests => "too-often",
            StatusCodes.Status503ServiceUnavailable => "unavailable",
            >= 500 => "broken",
            _ => "not-so",
        };
        return ShowAsync(http, status, "shell.error." + key);
    }

    /// <summary>The form is not ours, or of another session: the words stay visible, but for what was asked without an account.</summary>
    /// <param name="http">The request.</param>
    public static Task NotOursAsync(HttpContext http) => ShowAsync(
        http, StatusCodes.Status400BadRequest, "shell.error.not-ours", IsOfNobody(http));

    /// <summary>A form of somebody who signed out meanwhile: the words stay visible, to be taken along.</summary>
    /// <param name="http">The request.</param>
    public static Task SignedOutAsync(HttpContext http) => ShowAsync(http, StatusCodes.Status400BadRequest, "shell.error.signed-out");

    /// <summary>Turns what went wrong into a page in plain words.</summary>
    /// <param name="http">The request.</param>
    /// <param name="next">The rest.</param>
    public static async Task CatchAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (RefusedException) when (!http.Response.HasStarted)
        {
            await ErrorAsync(http, StatusCodes.Status404NotFound);
        }
        catch (TableEndedException ended) when (!http.Response.HasStarted)
        {
            if (HttpMethods.IsGet(http.Request.Method))
            {
                await Done($"/tables/{ended.Circle.Value}/ended").ExecuteAsync(http);
            }
            else
            {
                await ShowAsync(http, StatusCodes.Status409Conflict, "shell.error.ended");
            }
        }
        catch (DoneBeforeException) when (!http.Response.HasStarted)
        {
            await DraftPages.ForgetDoneAsync(http);
            Saying.Say(http, "shell.done-before");
            await Done(Above(http.Request.Path.Value!)).ExecuteAsync(http);
        }
        catch (RuleBrokenException broken) when (!http.Response.HasStarted)
        {
            await ShowSentenceAsync(http, StatusOf(broken.Rule), Text.T("shell.error.rule"), Sentence(broken.Rule));
        }
        catch (UnavailableException) when (!http.Response.HasStarted)
        {
            http.Response.Headers.RetryAfter = "30";
            await ErrorAsync(http, StatusCodes.Status503ServiceUnavailable);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            await ErrorAsync(http, bad.StatusCode);
        }
        catch (InvalidDataException) when (!http.Response.HasStarted)
        {
            await ErrorAsync(http, StatusCodes.Status400BadRequest);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
#pragma warning disable CA1031 // Whatever it is, a person reads plain words.
        catch (Exception broken) when (!http.Response.HasStarted)
        {
            Broken(http.RequestServices.GetRequiredService<ILogger<ErrorScreen>>(), broken);
            await ErrorAsync(http, StatusCodes.Status500InternalServerError);
        }
#pragma warning restore CA1031

        if (!http.Response.HasStarted && http.Response.StatusCode is 400 or 404 or 405 or 413 or 415 or 429 && http.Response.ContentLength is null
            && http.Response.ContentType is null && !HttpMethods.IsHead(http.Request.Method))
        {
            await ErrorAsync(http, http.Response.StatusCode);
        }
    }

    // What somebody without an account typed, who left and whose browser was taken over, is not shown to who sends it again (D24).
    private static bool IsOfNobody(HttpContext http) => !(http.User.Identity?.IsAuthenticated ?? false) && http.GetEndpoint()?.Metadata is { } about
        && about.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null && about.GetMetadata<KeptNowhere>() is not null;

    private static Task ShowAsync(HttpContext http, int status, string key, bool wordless = false) =>
        ShowSentenceAsync(http, status, Text.T(key + ".heading"), Text.T(key), wordless);

    private static Task ShowSentenceAsync(HttpContext http, int status, string heading, string sentence, bool wordless = false)
    {
        var typed = wordless ? Typed.Nothing : http.Typed();
        var words = typed.Fields.SelectMany(field => field.Value.Where(value => DraftPages.IsWritten(field.Key, value))).ToList();
        http.Response.StatusCode = status;
        var page = Whole.Of(ErrorView.Create(new ErrorScreen(Frame.Of(http, heading), sentence, words)));
        return page.ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page broke.")]
    private static partial void Broken(ILogger log, Exception broken);

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = httpContext.Request.PathBase + address;
            return Task.CompletedTask;
        }
    }

    private sealed class Status(IResult page, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            return page.ExecuteAsync(httpContext);
        }
    }
}
