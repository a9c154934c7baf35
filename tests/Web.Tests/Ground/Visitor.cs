using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Keukentafel.Web.Tests.Ground;

/// <summary>Somebody with a browser of their own, but for the drawing: follows redirects, keeps cookies, fills in forms.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Parser = new();
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() };
    private readonly HttpClient _client;

    /// <summary>Opens a browser.</summary>
    /// <param name="address">Where the program listens.</param>
    public Visitor(Uri address) => _client = new HttpClient(_handler) { BaseAddress = address };

    /// <summary>The page one is on.</summary>
    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    /// <summary>The address of the page, from the root.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The last answer as it came.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The headers of the last answer.</summary>
    public HttpResponseMessage Answer { get; private set; } = new();

    /// <summary>The table one is at: the first two parts of the address.</summary>
    public string Table => string.Join('/', Path.Split('/', '?', '#').Take(3));

    /// <summary>The cookies, for tests that take them away or give them to another.</summary>
    public CookieContainer Cookies => _handler.CookieContainer;

    /// <summary>Opens a page and follows where it leads.</summary>
    /// <param name="path">The address.</param>
    public Task<IHtmlDocument> GetAsync(string path) => GoAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Fills in the form that a selector finds on this page, and presses its button.</summary>
    /// <param name="selector">Finds the form, or something in it.</param>
    /// <param name="typed">What to fill in, by name; a null value leaves a field out.</param>
    public Task<IHtmlDocument> PressAsync(string selector, params (string Name, string? Value)[] typed) => PressAsync(selector, null, typed);

    /// <summary>Fills in a form and presses one of its buttons.</summary>
    /// <param name="selector">Finds the form, or something in it.</param>
    /// <param name="button">The button's value; null for none.</param>
    /// <param name="typed">What to fill in.</param>
    public Task<IHtmlDocument> PressAsync(string selector, string? button, params (string Name, string? Value)[] typed)
    {
        var found = Page.QuerySelector(selector) ?? throw new InvalidOperationException($"Nothing like {selector} on {Path}:\n{Html}");
        var form = found as IHtmlFormElement ?? (IHtmlFormElement)found.Closest("form")!;
        var fields = Fields(form).Where(field => !typed.Any(given => given.Name == field.Key)).ToList();
        fields.AddRange(typed.Where(given => given.Value is not null).Select(given => KeyValuePair.Create(given.Name, given.Value!)));
        if (button is not null)
        {
            var pressed = form.QuerySelectorAll("button").First(b => b.GetAttribute("value") == button);
            fields.Add(KeyValuePair.Create(pressed.GetAttribute("name")!, button));
        }

        return PostAsync(form.GetAttribute("action")!, fields);
    }

    /// <summary>Fills in a form and sends a sound along with it.</summary>
    /// <param name="selector">Finds the form.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="typed">What to fill in; a null value leaves a field out.</param>
    public Task<IHtmlDocument> SpeakAsync(string selector, byte[] sound, string name, params (string Name, string? Value)[] typed) =>
        SpeakAsync((IHtmlFormElement)Page.QuerySelector(selector)!, sound, name, typed);

    /// <summary>Fills in a form that was opened before and sends a sound along with it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="typed">What to fill in; a null value leaves a field out.</param>
    public Task<IHtmlDocument> SpeakAsync(IHtmlFormElement form, byte[] sound, string name, params (string Name, string? Value)[] typed) =>
        SendFileAsync(form, "sound", sound, name, typed);

    /// <summary>Fills in a form and sends a file along with it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="field">The field of the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="typed">What to fill in; a null value leaves a field out.</param>
    public Task<IHtmlDocument> SendFileAsync(IHtmlFormElement form, string field, byte[] file, string name, params (string Name, string? Value)[] typed)
    {
        var fields = Fields(form).Where(one => !typed.Any(given => given.Name == one.Key))
            .Concat(typed.Where(given => given.Value is not null).Select(given => KeyValuePair.Create(given.Name, given.Value!)));
        return GoAsync(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")!) { Content = With(fields, file, name, field) });
    }

    /// <summary>Fields with a sound, as a browser sends them.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="name">What the file is called.</param>
    /// <param name="file">The field of the file.</param>
    public static MultipartFormDataContent With(IEnumerable<KeyValuePair<string, string>> fields, byte[] sound, string name, string file = "sound")
    {
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            content.Add(new StringContent(value), field);
        }

        // What the browser says that it is, is nothing to go by.
        content.Add(new ByteArrayContent(sound) { Headers = { ContentType = new MediaTypeHeaderValue("audio/wav") } }, file, name);
        return content;
    }

    /// <summary>Sends fields to an address.</summary>
    /// <param name="path">The address.</param>
    /// <param name="fields">The fields.</param>
    public Task<IHtmlDocument> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        GoAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Sends a request as it is; follows no redirect.</summary>
    /// <param name="request">The request.</param>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => await _client.SendAsync(request);

    /// <summary>The fields of a form as a browser would send them untouched.</summary>
    /// <param name="form">The form.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(field => !field.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement input:
                    fields.Add(KeyValuePair.Create(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(KeyValuePair.Create(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add(KeyValuePair.Create(name, select.Value ?? ""));
                    break;
            }
        }

        return fields;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task<IHtmlDocument> GoAsync(HttpRequestMessage request)
    {
        for (var hops = 0; hops < 6; hops++)
        {
            // What is too large is refused before it is read: the answer is waited for, so that none is lost on a line that is shut halfway.
            request.Headers.ExpectContinue = request.Content is MultipartContent;
            Answer = await _client.SendAsync(request);
            Status = Answer.StatusCode;
            Path = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.OriginalString;
            if ((int)Status is >= 300 and < 400 && Answer.Headers.Location is { } next)
            {
                request = new HttpRequestMessage(HttpMethod.Get, next);
                continue;
            }

            Html = await Answer.Content.ReadAsStringAsync();
            Page = Parser.ParseDocument(Html);
            return Page;
        }

        throw new InvalidOperationException("It goes round in circles: " + Path);
    }
}
